package org.relunet.config.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.MappingNode.Entry;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree from YAML's events. One document, no tags and no aliases: what a configuration
 * does not need is an error rather than a surprise.
 */
final class YamlReader {
  /** Far more than any key needs; keeps a hostile file from exhausting the stack. */
  private static final int DEEPEST = 32;

  private final Function<Mark, Location> locations;
  private final Problems problems;

  YamlReader(Function<Mark, Location> locations, Problems problems) {
    this.locations = locations;
    this.problems = problems;
  }

  /**
   * The tree; empty, with a problem added, where the text cannot be understood at all.
   *
   * @param start where to say that an empty text is
   */
  Optional<SourceNode> read(String text, Location start) {
    try {
      Iterator<Event> events =
          new Parse(LoadSettings.builder().build()).parseString(text).iterator();
      return Optional.of(document(events, start));
    } catch (UnsupportedYamlException e) {
      problems.add(e.location, e.getMessage());
    } catch (MarkedYamlEngineException e) {
      problems.add(
          e.getProblemMark().map(locations).orElse(start), "is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(start, "is not YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return Optional.empty();
  }

  private SourceNode document(Iterator<Event> events, Location start) {
    SourceNode root = new ScalarNode("", false, start);
    boolean found = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent node) {
        if (found) {
          throw new UnsupportedYamlException(
              location(event), "a configuration is one YAML document, this has several");
        }
        root = node(node, events, 0);
        found = true;
      }
    }
    return root;
  }

  private SourceNode node(NodeEvent event, Iterator<Event> events, int depth) {
    Location location = location(event);
    if (depth > DEEPEST) {
      throw new UnsupportedYamlException(location, "nested more than " + DEEPEST + " deep");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), location);
      return new ScalarNode(
          scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, location);
    }
    if (event instanceof SequenceStartEvent list) {
      refuseTag(list.getTag(), location);
      return list(events, depth, location);
    }
    if (event instanceof MappingStartEvent mapping) {
      refuseTag(mapping.getTag(), location);
      return mapping(events, depth, location);
    }
    throw new UnsupportedYamlException(location, "aliases are not supported; write the value out");
  }

  private ListNode list(Iterator<Event> events, int depth, Location location) {
    List<SourceNode> items = new ArrayList<>();
    Event event = events.next();
    while (event instanceof NodeEvent item) {
      items.add(node(item, events, depth + 1));
      event = events.next();
    }
    return new ListNode(items, location);
  }

  private MappingNode mapping(Iterator<Event> events, int depth, Location location) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Event event = events.next();
    while (event instanceof NodeEvent keyEvent) {
      SourceNode key = node(keyEvent, events, depth + 1);
      SourceNode value = node((NodeEvent) events.next(), events, depth + 1);
      if (key instanceof ScalarNode name) {
        Entry first = entries.putIfAbsent(name.text(), new Entry(name.location(), value));
        if (first != null) {
          problems.add(
              name.location(),
              "duplicate key '" + name.text() + "', first given at " + first.location());
        }
      } else {
        problems.add(key.location(), "a key must be a name, but is " + key.description());
      }
      event = events.next();
    }
    return new MappingNode(entries, location);
  }

  private void refuseTag(Optional<String> tag, Location location) {
    tag.ifPresent(text -> problems.add(location, "tags are not supported; remove '" + text + "'"));
  }

  private Location location(Event event) {
    return locations.apply(event.getStartMark().orElseThrow());
  }

  /** Ends the reading of a source where going on would only bring consequent errors. */
  private static final class UnsupportedYamlException extends RuntimeException {
    private final transient Location location;

    UnsupportedYamlException(Location location, String message) {
      super(message);
      this.location = location;
    }
  }
}
