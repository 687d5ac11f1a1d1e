package org.relunet.pipeline.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.relunet.model.store.registry.ConditionalCreate;
import org.relunet.model.store.registry.RegistryStorage;
import org.relunet.model.store.registry.RegistryStorageProvider;

/**
 * Registries at the addresses that Beam's file systems know. Region and access to S3 are those of
 * the AWS SDK's usual chain; {@code AWS_ENDPOINT_URL}, or the property {@code aws.endpointUrl},
 * names a server that speaks S3 elsewhere.
 */
public final class ObjectStorageProvider implements RegistryStorageProvider {
  private static final String S3 = "s3";

  @Override
  public Set<String> schemes() {
    return Set.of(S3, "gs", "abfs", "abfss", "wasb", "hdfs");
  }

  @Override
  public RegistryStorage open(String location) {
    URI address = URI.create(location);
    String scheme = address.getScheme();
    if (address.getAuthority() == null) {
      throw new IllegalArgumentException(
          location + " names no bucket; it is to be as " + scheme + "://bucket/models");
    }
    String root = location.replaceAll("/+$", "");
    PipelineOptions options = options(scheme);
    FileSystems.setDefaultPipelineOptions(options);
    try {
      FileSystems.matchNewResource(root + "/versions", false);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "nothing here reads %s://: put the jars of Beam's module for it into the directory plugins; for s3:// `mvn -Pregistry-s3 -pl modules/registry-s3 -am package -DskipTests` does"
              .formatted(scheme),
          e);
    }
    return new ObjectStorage(root, options, creator(scheme), cache());
  }

  private static PipelineOptions options(String scheme) {
    List<String> arguments = new ArrayList<>();
    if (scheme.equals(S3)) {
      Optional.ofNullable(System.getProperty("aws.endpointUrl"))
          .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")))
          .ifPresent(endpoint -> arguments.add("--endpoint=" + endpoint));
    }
    try {
      return PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new)).create();
    } catch (IllegalArgumentException e) {
      // Without Beam's module for S3 nothing knows the option; what is missing is told later.
      return PipelineOptionsFactory.create();
    }
  }

  private static Optional<ConditionalCreate> creator(String scheme) {
    return ServiceLoader.load(ConditionalCreate.class, ObjectStorageProvider.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .filter(creator -> creator.schemes().contains(scheme))
        .findFirst();
  }

  private static Path cache() {
    return Path.of(
        System.getProperty(
            "relunet.model-cache", System.getProperty("user.home") + "/.relunet/models"));
  }
}
