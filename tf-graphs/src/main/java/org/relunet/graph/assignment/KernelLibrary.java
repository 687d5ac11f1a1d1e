package org.relunet.graph.assignment;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The part of TensorFlow's C interface for own operations and kernels (its headers {@code ops.h},
 * {@code kernels.h}, {@code tf_status.h}, {@code tf_tensor.h}) that is needed here. The names are
 * the C functions'. TensorFlow Java has no bindings of it.
 */
interface KernelLibrary extends Library {
  /** TF_DataType of 32-bit integers. */
  int INT32 = 3;

  /** TF_Code. */
  int OK = 0;

  int INVALID_ARGUMENT = 3;

  int INTERNAL = 13;

  /** Infers the shapes of an operation's outputs when it is added to a graph. */
  interface ShapeFunction extends Callback {
    void infer(Pointer context, Pointer status);
  }

  /** Makes a kernel's state. */
  interface CreateFunction extends Callback {
    Pointer create(Pointer construction);
  }

  /** Runs a kernel. */
  interface ComputeFunction extends Callback {
    void compute(Pointer kernel, Pointer context);
  }

  /** Frees a kernel's state. */
  interface DeleteFunction extends Callback {
    void delete(Pointer kernel);
  }

  Pointer TF_NewStatus();

  void TF_DeleteStatus(Pointer status);

  int TF_GetCode(Pointer status);

  String TF_Message(Pointer status);

  void TF_SetStatus(Pointer status, int code, String message);

  Pointer TF_NewOpDefinitionBuilder(String name);

  void TF_OpDefinitionBuilderAddInput(Pointer builder, String specification);

  void TF_OpDefinitionBuilderAddOutput(Pointer builder, String specification);

  void TF_OpDefinitionBuilderSetShapeInferenceFunction(Pointer builder, ShapeFunction function);

  void TF_RegisterOpDefinition(Pointer builder, Pointer status);

  Pointer TF_NewShapeHandle();

  void TF_DeleteShapeHandle(Pointer shape);

  void TF_ShapeInferenceContextGetInput(Pointer context, int index, Pointer shape, Pointer status);

  void TF_ShapeInferenceContextWithRank(
      Pointer context, Pointer shape, long rank, Pointer result, Pointer status);

  void TF_ShapeInferenceContextSubshape(
      Pointer context, Pointer shape, long start, long end, Pointer result, Pointer status);

  void TF_ShapeInferenceContextSetOutput(Pointer context, int index, Pointer shape, Pointer status);

  Pointer TF_NewKernelBuilder(
      String operation,
      String device,
      CreateFunction create,
      ComputeFunction compute,
      DeleteFunction delete);

  void TF_RegisterKernelBuilder(String name, Pointer builder, Pointer status);

  void TF_GetInput(Pointer context, int index, PointerByReference tensor, Pointer status);

  Pointer TF_AllocateOutput(
      Pointer context,
      int index,
      int type,
      long[] dimensions,
      int rank,
      long bytes,
      Pointer status);

  void TF_OpKernelContext_Failure(Pointer context, Pointer status);

  void TF_DeleteTensor(Pointer tensor);

  Pointer TF_TensorData(Pointer tensor);

  int TF_NumDims(Pointer tensor);

  long TF_Dim(Pointer tensor, int axis);
}
