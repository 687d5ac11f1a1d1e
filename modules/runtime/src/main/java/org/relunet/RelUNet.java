package org.relunet;

import java.util.List;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.Engines;

/**
 * Engines for Java programs: texts to triples inside the calling process, without Beam, Flink or
 * Kafka.
 *
 * <pre>{@code
 * try (TripleEngine engine = RelUNet.load()) {
 *   Extraction extraction = engine.extract(List.of(new Document("1", text))).get(0);
 *   extraction.triples().forEach(System.out::println);
 * }
 * }</pre>
 *
 * An engine is thread-safe, takes some seconds to load and a few hundred megabytes of memory, most
 * of it outside the Java heap: load one and keep it. It reads many texts at a time faster than one
 * by one.
 */
public final class RelUNet {
  private RelUNet() {}

  /** The engine of the model that the class path brings. */
  public static TripleEngine load() {
    return load("");
  }

  /**
   * The engine of a model.
   *
   * @param model path of a model package, or of a model store or alias; empty: the model that the
   *     class path brings
   * @param settings {@code key=value} that lie over the model's own, such as {@code
   *     extraction.minimum-confidence=0.8}; {@code configs/reference.yaml} has the keys
   * @throws org.relunet.model.store.manifest.ModelPackageException if there is no such model, or it
   *     is damaged
   * @throws org.relunet.config.problem.ConfigurationException if a setting is wrong
   */
  public static TripleEngine load(String model, String... settings) {
    return load(new EngineSpecification(model, List.of(), List.of(settings)));
  }

  /**
   * The engine that a specification names.
   *
   * @throws org.relunet.model.store.manifest.ModelPackageException if there is no such model, or it
   *     is damaged
   * @throws org.relunet.config.problem.ConfigurationException if a setting is wrong
   */
  public static TripleEngine load(EngineSpecification specification) {
    return Engines.load(specification);
  }
}
