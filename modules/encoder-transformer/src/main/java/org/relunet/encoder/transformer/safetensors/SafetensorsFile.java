package org.relunet.encoder.transformer.safetensors;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relunet.encoder.transformer.tensor.ElementType;
import org.relunet.encoder.transformer.tensor.TensorArchive;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.encoder.transformer.tensor.WeightException;

/** A safetensors file, its header checked in full when it is opened. */
public final class SafetensorsFile implements TensorArchive {
  private final TensorFile file;
  private final Map<String, SafetensorsEntry> entries;

  /**
   * @throws WeightException if the header is damaged or contradicts the file
   */
  public SafetensorsFile(TensorFile file) {
    this.file = file;
    this.entries = SafetensorsHeader.read(file);
  }

  @Override
  public String origin() {
    return file.origin();
  }

  @Override
  public Set<String> names() {
    return entries.keySet();
  }

  @Override
  public Optional<TensorShape> shape(String name) {
    return Optional.ofNullable(entries.get(name)).map(SafetensorsEntry::shape);
  }

  @Override
  public float[] values(String name) {
    SafetensorsEntry entry = entries.get(name);
    if (entry == null) {
      throw new WeightException(origin() + ": there is no tensor " + name);
    }
    ElementType type =
        entry
            .type()
            .numbers()
            .orElseThrow(
                () ->
                    new WeightException(
                        origin()
                            + ": tensor "
                            + name
                            + " is of type "
                            + entry.type()
                            + "; weights are F32, F16 or BF16"));
    return type.decode(file.region(entry.offset(), entry.length()), entry.shape().elements());
  }
}
