package org.relunet.cli.ending;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.relunet.cli.Main;

/**
 * The program beside a native library whose destructor surely crashes, as those of TensorFlow do
 * now and then while its threads compute.
 */
public final class CrashingDestructor {
  private CrashingDestructor() {}

  public static void main(String[] arguments) {
    NativeLibrary c = NativeLibrary.getInstance("c");
    c.getFunction("on_exit").invokeInt(new Object[] {c.getFunction("abort"), Pointer.NULL});
    Main.main(arguments);
  }
}
