package org.relunet.training.distillation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relunet.api.triple.RelationSchema;

class SchemaDifferenceTest {
  private static Optional<String> difference(List<String> teacher, List<String> pupil) {
    return SchemaDifference.of(new RelationSchema(teacher), new RelationSchema(pupil));
  }

  @Test
  void thereIsNoneBetweenTheSameRelationsInTheSameOrder() {
    assertThat(difference(List.of("a", "b"), List.of("a", "b"))).isEmpty();
  }

  @Test
  void relationsOfOneSideAreNamed() {
    assertThat(difference(List.of("a", "b"), List.of("b", "c")))
        .contains("only the teacher has 'a'; only this training has 'c'");
    assertThat(difference(List.of("a", "b"), List.of("b"))).contains("only the teacher has 'a'");
    assertThat(difference(List.of("x"), List.of("1", "2", "3", "4", "5", "6", "7", "x")))
        .contains("only this training has '1', '2', '3', '4', '5' and 2 more");
  }

  @Test
  void anotherOrderIsShownWhereItBegins() {
    assertThat(difference(List.of("a", "b", "c"), List.of("a", "c", "b")))
        .contains("their order differs: number 2 is 'b' to the teacher, 'c' to this training");
  }
}
