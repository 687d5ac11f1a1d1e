package org.relunet.graph.assignment;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Arrays;

/**
 * What TensorFlow calls back for an assignment operation, on its own threads. Without state; no
 * exception may leave a method that native code calls, so all become TensorFlow's status.
 */
final class AssignmentKernel {
  private static final int COST = 0;
  private static final int ROWS = 1;

  private final KernelLibrary library;

  AssignmentKernel(KernelLibrary library) {
    this.library = library;
  }

  /** The output [B, M] has the first two axes of the cost [B, M, C]. */
  void inferShape(Pointer context, Pointer status) {
    Pointer shape = library.TF_NewShapeHandle();
    try {
      requireRank(context, ROWS, 1, shape, status);
      requireRank(context, COST, 3, shape, status);
      if (succeeded(status)) {
        library.TF_ShapeInferenceContextSubshape(context, shape, 0, 2, shape, status);
      }
      if (succeeded(status)) {
        library.TF_ShapeInferenceContextSetOutput(context, 0, shape, status);
      }
    } catch (RuntimeException e) {
      library.TF_SetStatus(status, KernelLibrary.INTERNAL, "shape of the assignment: " + e);
    } finally {
      library.TF_DeleteShapeHandle(shape);
    }
  }

  private void requireRank(Pointer context, int input, int rank, Pointer shape, Pointer status) {
    if (succeeded(status)) {
      library.TF_ShapeInferenceContextGetInput(context, input, shape, status);
    }
    if (succeeded(status)) {
      library.TF_ShapeInferenceContextWithRank(context, shape, rank, shape, status);
    }
  }

  private boolean succeeded(Pointer status) {
    return library.TF_GetCode(status) == KernelLibrary.OK;
  }

  /** There is no state: {@code NULL}. */
  Pointer create(Pointer construction) {
    return Pointer.NULL;
  }

  void delete(Pointer kernel) {}

  void compute(Pointer kernel, Pointer context) {
    Pointer status = library.TF_NewStatus();
    try {
      run(context, status);
    } catch (IllegalArgumentException e) {
      fail(context, status, KernelLibrary.INVALID_ARGUMENT, "assignment: " + e.getMessage());
    } catch (Throwable e) { // it would be lost, and the run would never end
      fail(context, status, KernelLibrary.INTERNAL, "assignment: " + e);
    } finally {
      library.TF_DeleteStatus(status);
    }
  }

  private void fail(Pointer context, Pointer status, int code, String message) {
    library.TF_SetStatus(status, code, message);
    library.TF_OpKernelContext_Failure(context, status);
  }

  private void run(Pointer context, Pointer status) {
    Pointer cost = Pointer.NULL;
    Pointer rows = Pointer.NULL;
    try {
      cost = input(context, COST, status);
      rows = input(context, ROWS, status);
      requireRank("cost", cost, 3);
      requireRank("rows", rows, 1);
      int batch = size(cost, 0);
      int paddedRows = size(cost, 1);
      int columns = size(cost, 2);
      if (size(rows, 0) != batch) {
        throw new IllegalArgumentException(
            "cost is of %d sentences, but rows of %d".formatted(batch, size(rows, 0)));
      }
      float[] costs =
          floats(cost, Math.multiplyExact(Math.multiplyExact(batch, paddedRows), columns));
      int[] rowCounts = integers(rows, batch);
      write(assign(costs, rowCounts, paddedRows, columns), batch, paddedRows, context, status);
    } finally {
      release(cost);
      release(rows);
    }
  }

  private void release(Pointer tensor) {
    if (tensor != Pointer.NULL) {
      library.TF_DeleteTensor(tensor);
    }
  }

  private static int[] assign(float[] costs, int[] rowCounts, int paddedRows, int columns) {
    int[] assignment = new int[rowCounts.length * paddedRows];
    Arrays.fill(assignment, HungarianAlgorithm.UNMATCHED);
    for (int sentence = 0; sentence < rowCounts.length; sentence++) {
      int rows = rowCounts[sentence];
      if (rows < 0 || rows > paddedRows) {
        throw new IllegalArgumentException(
            "sentence %d has %d rows, but cost holds 0 to %d"
                .formatted(sentence, rows, paddedRows));
      }
      int first = sentence * paddedRows;
      try {
        int[] assigned = HungarianAlgorithm.assign(costs, first * columns, rows, columns);
        System.arraycopy(assigned, 0, assignment, first, rows);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("sentence " + sentence + ": " + e.getMessage(), e);
      }
    }
    return assignment;
  }

  private Pointer input(Pointer context, int index, Pointer status) {
    PointerByReference tensor = new PointerByReference();
    library.TF_GetInput(context, index, tensor, status);
    requireSuccess("input " + index, status);
    return tensor.getValue();
  }

  private void write(int[] values, int batch, int paddedRows, Pointer context, Pointer status) {
    long[] shape = {batch, paddedRows};
    long bytes = (long) values.length * Integer.BYTES;
    Pointer output =
        library.TF_AllocateOutput(
            context, 0, KernelLibrary.INT32, shape, shape.length, bytes, status);
    try {
      requireSuccess("output", status);
      if (values.length > 0) { // an empty tensor has no data to point to
        library.TF_TensorData(output).write(0, values, 0, values.length);
      }
    } finally {
      release(output);
    }
  }

  private void requireSuccess(String what, Pointer status) {
    if (!succeeded(status)) {
      throw new IllegalStateException(what + ": " + library.TF_Message(status));
    }
  }

  private void requireRank(String name, Pointer tensor, int rank) {
    int actual = library.TF_NumDims(tensor);
    if (actual != rank) {
      throw new IllegalArgumentException(
          "%s: expected rank %d but got %d".formatted(name, rank, actual));
    }
  }

  private int size(Pointer tensor, int axis) {
    return Math.toIntExact(library.TF_Dim(tensor, axis));
  }

  private float[] floats(Pointer tensor, int size) {
    return size == 0 ? new float[0] : library.TF_TensorData(tensor).getFloatArray(0, size);
  }

  private int[] integers(Pointer tensor, int size) {
    return size == 0 ? new int[0] : library.TF_TensorData(tensor).getIntArray(0, size);
  }
}
