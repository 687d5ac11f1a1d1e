package org.relunet.model.store.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A pretrained encoder that a package needs and does not hold: the package has only what training
 * changed in it.
 *
 * @param artifact where it is had, such as {@code group:name:version} of a Maven artifact or the
 *     name of a model directory
 * @param resources the files read from it, sorted by name
 */
public record EncoderBase(String artifact, List<BaseResource> resources) {
  public EncoderBase {
    if (artifact == null || artifact.isBlank()) {
      throw new IllegalArgumentException("an encoder base needs the name of its artifact");
    }
    if (resources == null || resources.isEmpty()) {
      throw new IllegalArgumentException("encoder base " + artifact + " names no resource");
    }
    Set<String> names = new HashSet<>();
    for (BaseResource resource : resources) {
      if (!names.add(resource.name())) {
        throw new IllegalArgumentException(
            "encoder base " + artifact + " names resource '" + resource.name() + "' twice");
      }
    }
    resources = resources.stream().sorted(Comparator.comparing(BaseResource::name)).toList();
  }

  /**
   * Checks content about to be used as the named resource; reads the stream to its end.
   *
   * @param place where the content was found, for the message
   * @throws IllegalArgumentException if the base has no such resource
   * @throws ModelPackageException if the content is not what the model was trained on
   */
  public void verify(String resource, InputStream content, Path place) throws IOException {
    BaseResource expected =
        resources.stream()
            .filter(candidate -> candidate.name().equals(resource))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "encoder base %s has no resource '%s'; it has %s"
                            .formatted(
                                artifact,
                                resource,
                                resources.stream().map(BaseResource::name).toList())));
    FileDigest actual = FileDigest.of(content);
    if (!actual.sha256().equals(expected.sha256())) {
      throw new ModelPackageException(
          place,
          List.of(
              "%s: SHA-256 is %s, the model was trained on %s"
                  .formatted(resource, actual.sha256(), expected.sha256())),
          "Use " + artifact + ", the encoder that this model was trained with.");
    }
  }

  /**
   * One file of an encoder base.
   *
   * @param name path inside the artifact
   * @param sha256 64 hexadecimal digits, lower case
   */
  public record BaseResource(String name, String sha256) {
    public BaseResource {
      if (name == null || name.isBlank() || sha256 == null) {
        throw new IllegalArgumentException("a base resource needs the keys name and sha256");
      }
      FileDigest.requireSha256(sha256);
    }
  }
}
