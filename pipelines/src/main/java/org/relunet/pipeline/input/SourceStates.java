package org.relunet.pipeline.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How files were before they were read, to find those that changed meanwhile. */
public final class SourceStates {
  private record State(long size, FileTime modified) {
    static State of(Source source) throws IOException {
      BasicFileAttributes attributes =
          Files.readAttributes(source.path(), BasicFileAttributes.class);
      return new State(attributes.size(), attributes.lastModifiedTime());
    }
  }

  private final Map<Source, State> before = new LinkedHashMap<>();

  private SourceStates() {}

  /** As the files are now. */
  public static SourceStates of(List<Source> sources) throws IOException {
    SourceStates states = new SourceStates();
    for (Source source : sources) {
      states.before.put(source, State.of(source));
    }
    return states;
  }

  /** A message for each file that is not as it was. */
  public List<String> changed() {
    List<String> messages = new ArrayList<>();
    before.forEach(
        (source, state) -> {
          try {
            State now = State.of(source);
            if (!now.equals(state)) {
              messages.add(
                  "input '%s' changed while it was read (%d bytes before, %d now): what was written"
                          .formatted(source.location(), state.size(), now.size())
                      + " to it meanwhile is not in the results, or only in part");
            }
          } catch (IOException e) {
            messages.add("input '" + source.location() + "' went away while it was read: " + e);
          }
        });
    return messages;
  }
}
