package org.relunet.model.store.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What a model was trained by and on. Of the machine, only what results may depend on: the version
 * of its kernel and the vendor's build of its Java say nothing to others.
 *
 * @param relunet version of this build
 * @param java version of the Java runtime
 * @param tensorflow version of the native library
 * @param operatingSystem its name, without a version
 * @param architecture such as {@code amd64}
 */
public record SoftwareVersions(
    String relunet, String java, String tensorflow, String operatingSystem, String architecture) {
  public SoftwareVersions {
    if (relunet == null
        || java == null
        || tensorflow == null
        || operatingSystem == null
        || architecture == null) {
      throw new IllegalArgumentException(
          "versions need the keys relunet, java, tensorflow, operatingSystem and architecture");
    }
  }

  /**
   * Those of this process.
   *
   * @param tensorflow what {@code TensorFlow.version()} says
   */
  public static SoftwareVersions current(String tensorflow) {
    return new SoftwareVersions(
        build(),
        System.getProperty("java.version"),
        tensorflow,
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }

  /** Version of this build, as the Maven project states it. */
  public static String build() {
    Properties properties = new Properties();
    try (InputStream resource = SoftwareVersions.class.getResourceAsStream("build.properties")) {
      properties.load(resource);
    } catch (IOException e) {
      throw new UncheckedIOException("build.properties of the model store cannot be read", e);
    }
    return properties.getProperty("version");
  }
}
