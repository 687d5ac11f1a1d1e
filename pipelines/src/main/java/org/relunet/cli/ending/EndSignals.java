package org.relunet.cli.ending;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The signals that tell a process to end: interrupt from the keyboard, termination, hang-up. The
 * first begins the {@link OrderlyEnd}; the second ends the process at once. The status is what a
 * shell expects, 128 and the number of the signal.
 *
 * <p>They are handled by {@code sun.misc.Signal}, which the JDK keeps for want of another way (JEP
 * 260), and called by reflection, as javac's warning of it can't be suppressed.
 */
public final class EndSignals {
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
  private static final int SIGNALLED = 128;

  private EndSignals() {}

  /**
   * Handles them from now on, but for those that the process was started to ignore.
   *
   * @param messages told what is done
   */
  public static void handle(OrderlyEnd end, Consumer<String> messages) {
    NUMBERS.forEach(
        (name, number) -> handle(name, () -> end(end, "SIG" + name, SIGNALLED + number, messages)));
  }

  private static void end(OrderlyEnd end, String name, int status, Consumer<String> messages) {
    if (end.run(name, status, messages)) {
      System.exit(status);
    } else {
      NativeEnd.withoutDestructors();
      Runtime.getRuntime().halt(status);
    }
  }

  /**
   * @param action run on a thread of its own for each signal
   */
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object calling =
          Proxy.newProxyInstance(
              EndSignals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), calling);
    } catch (InvocationTargetException e) {
      // none such here, or the JVM leaves signals alone (-Xrs): then so does this program
      return;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this JDK lacks the module jdk.unsupported", e);
    }
  }
}
