package org.relunet.training.distillation;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.triple.RelationSchema;

/** In what two relation schemas differ: tags are numbered by them. */
final class SchemaDifference {
  private static final int SHOWN = 5;

  private SchemaDifference() {}

  /** In words; empty where they are the same. */
  static Optional<String> of(RelationSchema teacher, RelationSchema pupil) {
    if (teacher.equals(pupil)) {
      return Optional.empty();
    }
    List<String> differences = new ArrayList<>();
    only("the teacher", teacher, pupil).ifPresent(differences::add);
    only("this training", pupil, teacher).ifPresent(differences::add);
    return Optional.of(
        differences.isEmpty() ? order(teacher, pupil) : String.join("; ", differences));
  }

  private static Optional<String> only(String who, RelationSchema schema, RelationSchema other) {
    List<String> own =
        schema.relations().stream().filter(name -> other.index(name).isEmpty()).toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "only %s has %s%s"
                .formatted(
                    who,
                    own.stream().limit(SHOWN).map(name -> "'" + name + "'").collect(joining(", ")),
                    own.size() > SHOWN ? " and %d more".formatted(own.size() - SHOWN) : ""));
  }

  private static String order(RelationSchema teacher, RelationSchema pupil) {
    int first = 0;
    while (teacher.name(first).equals(pupil.name(first))) {
      first++;
    }
    return "their order differs: number %d is '%s' to the teacher, '%s' to this training"
        .formatted(first + 1, teacher.name(first), pupil.name(first));
  }
}
