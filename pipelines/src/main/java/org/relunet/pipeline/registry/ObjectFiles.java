package org.relunet.pipeline.registry;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;
import org.relunet.api.bounded.BoundedBytes;

/** Objects below an address. */
final class ObjectFiles {
  private static final BoundedBytes SMALL = new BoundedBytes(16 << 20);

  private final String root;
  private final PipelineOptions options;

  /**
   * @param root without a slash at its end
   * @param options of the file systems
   */
  ObjectFiles(String root, PipelineOptions options) {
    this.root = root;
    this.options = options;
  }

  /** An object that is there. */
  record Found(String path, Instant written) {}

  /**
   * Objects whose path matches, where {@code *} is anything but a slash and {@code **} anything.
   */
  List<Found> find(String glob) throws IOException {
    prepare();
    List<Found> found = new ArrayList<>();
    MatchResult result = FileSystems.match(address(glob), EmptyMatchTreatment.ALLOW);
    if (result.status() == MatchResult.Status.NOT_FOUND) {
      return found;
    }
    for (MatchResult.Metadata each : result.metadata()) {
      String address = each.resourceId().toString();
      if (!address.startsWith(root + "/")) {
        throw new IOException(address + " was found, which is not below " + root);
      }
      found.add(
          new Found(
              address.substring(root.length() + 1),
              Instant.ofEpochMilli(each.lastModifiedMillis())));
    }
    return found;
  }

  Optional<Found> find(List<String> path) throws IOException {
    return find(String.join("/", path)).stream().findFirst();
  }

  InputStream open(String path) throws IOException {
    prepare();
    return Channels.newInputStream(FileSystems.open(resource(path)));
  }

  byte[] read(String path) throws IOException {
    try (InputStream content = open(path)) {
      return SMALL.read(content);
    }
  }

  Optional<byte[]> readIfThere(String path) throws IOException {
    try {
      return find(List.of(path)).isEmpty() ? Optional.empty() : Optional.of(read(path));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Copies the whole stream; an object is there only once it is complete. */
  void write(String path, InputStream content) throws IOException {
    prepare();
    try (OutputStream out =
        Channels.newOutputStream(FileSystems.create(resource(path), "application/octet-stream"))) {
      content.transferTo(out);
    }
  }

  void delete(List<String> paths) throws IOException {
    prepare();
    List<ResourceId> resources = new ArrayList<>();
    for (String path : paths) {
      resources.add(resource(path));
    }
    FileSystems.delete(resources, StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  String address(String path) {
    return root + "/" + path;
  }

  private ResourceId resource(String path) {
    return FileSystems.matchNewResource(address(path), false);
  }

  /** A pipeline of this process sets the file systems up by its own options. */
  private void prepare() {
    FileSystems.setDefaultPipelineOptions(options);
  }

  @Override
  public String toString() {
    return root;
  }
}
