package org.relunet.graph.assignment;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.TensorFlow;

/** Makes the assignment operation and its kernel known to TensorFlow, once a process. */
final class AssignmentRegistration {
  private static final String FRAMEWORK = "tensorflow_framework";

  /** Loaded at the first use. Keeps a failure instead of throwing, so that all callers see it. */
  private static final class Once {
    static final Optional<RuntimeException> FAILURE = attempt();
  }

  private AssignmentRegistration() {}

  /**
   * Registers if this has not been done.
   *
   * @throws IllegalStateException if TensorFlow's library cannot be bound; the same at every call
   */
  static void ensure() {
    Once.FAILURE.ifPresent(
        failure -> {
          throw new IllegalStateException(
              "cannot register the TensorFlow operation %s: %s"
                  .formatted(AssignmentOp.NAME, failure.getMessage()),
              failure);
        });
  }

  private static Optional<RuntimeException> attempt() {
    // TensorFlow aborts the process when a name is registered twice, as could happen where this
    // class is loaded by two class loaders and TensorFlow by one: hence its class as the lock.
    synchronized (TensorFlow.class) {
      try {
        boolean known =
            TensorFlow.registeredOpList().getOpList().stream()
                .anyMatch(operation -> operation.getName().equals(AssignmentOp.NAME));
        if (!known) {
          register(library());
        }
        return Optional.empty();
      } catch (LinkageError e) {
        return Optional.of(new IllegalStateException(e.toString(), e));
      } catch (RuntimeException e) {
        return Optional.of(e);
      }
    }
  }

  private static KernelLibrary library() {
    TensorFlow.version(); // loads the native libraries
    String path =
        Loader.getLoadedLibraries().entrySet().stream()
            .filter(loaded -> loaded.getKey().contains(FRAMEWORK))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no library %s among %s"
                            .formatted(FRAMEWORK, Loader.getLoadedLibraries())));
    return Native.load(path, KernelLibrary.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
  }

  private static void register(KernelLibrary library) {
    AssignmentKernel kernel = new AssignmentKernel(library);
    KernelLibrary.ShapeFunction shape = kernel::inferShape;
    KernelLibrary.CreateFunction create = kernel::create;
    KernelLibrary.ComputeFunction compute = kernel::compute;
    KernelLibrary.DeleteFunction delete = kernel::delete;
    keepForever(List.of(shape, create, compute, delete));
    // TensorFlow's threads stay attached to the JVM: attaching costs more than a small problem.
    Native.setCallbackThreadInitializer(
        compute, new CallbackThreadInitializer(true, false, "tensorflow-assignment"));

    Pointer operation = library.TF_NewOpDefinitionBuilder(AssignmentOp.NAME);
    library.TF_OpDefinitionBuilderAddInput(operation, "cost: float");
    library.TF_OpDefinitionBuilderAddInput(operation, "rows: int32");
    library.TF_OpDefinitionBuilderAddOutput(operation, "assignment: int32");
    library.TF_OpDefinitionBuilderSetShapeInferenceFunction(operation, shape);
    checked(library, status -> library.TF_RegisterOpDefinition(operation, status));

    Pointer builder =
        library.TF_NewKernelBuilder(AssignmentOp.NAME, "CPU", create, compute, delete);
    checked(
        library, status -> library.TF_RegisterKernelBuilder(AssignmentOp.NAME, builder, status));
  }

  /**
   * Native code holds function pointers to the callbacks, which the garbage collector does not see.
   * A static field would not do: it dies with its class loader, as of a finished Flink job, while
   * the registration lives as long as the process. The JVM's own list of shutdown hooks does.
   */
  private static void keepForever(List<Callback> callbacks) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> Reference.reachabilityFence(callbacks), "assignment-callbacks"));
  }

  private static void checked(
      KernelLibrary library, java.util.function.Consumer<Pointer> registration) {
    Pointer status = library.TF_NewStatus();
    try {
      registration.accept(status);
      if (library.TF_GetCode(status) != KernelLibrary.OK) {
        throw new IllegalStateException(library.TF_Message(status));
      }
    } finally {
      library.TF_DeleteStatus(status);
    }
  }
}
