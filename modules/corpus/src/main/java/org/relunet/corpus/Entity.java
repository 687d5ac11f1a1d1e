package org.relunet.corpus;

/** An entity of an annotated triple: named only, or named and located. */
public sealed interface Entity permits NamedEntity, LocatedEntity {
  /** The entity's characters, as the annotation gives them. */
  String text();
}
