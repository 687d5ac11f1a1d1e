package org.relunet.pipeline.result;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.input.RecordLocation;
import org.relunet.pipeline.name.Iri;
import org.relunet.pipeline.name.Name;

/**
 * RDF 1.1 N-Triples: {@code <base + "entity/" + text> <base + "relation/" + name> <base + "entity/"
 * + text> .}, names percent-encoded ({@link Iri}); the relation's own IRI where it has one. A
 * mention's text names its entity ({@link Name}): mentions of the same name become the same
 * resource, nothing is linked.
 *
 * <p>With provenance every triple is also an {@code rdf:Statement}, named {@code base +
 * "statement/" + source + "/" + line + "/" + number from 1} (no line for a whole file), with the
 * properties {@code base + "property/" + document, sentenceStart, sentenceEnd, confidence,
 * modelVersion}. The place in the input tells statements apart, since documents may have the same
 * id.
 */
final class NTriplesEncoder implements ResultEncoder {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private final String base;
  private final boolean provenance;

  NTriplesEncoder(String base, boolean provenance) {
    this.base = base;
    this.provenance = provenance;
  }

  @Override
  public void encode(RecordLocation location, Extraction extraction, ByteArrayOutputStream out) {
    StringBuilder lines = new StringBuilder();
    CodePointOffsets offsets = new CodePointOffsets(extraction.document().text());
    int number = 0;
    for (Triple triple : extraction.triples()) {
      String subject = iri("entity/" + Iri.encode(Name.of(triple.subject().text())));
      String relation =
          triple.relationIri().isEmpty()
              ? iri("relation/" + Iri.encode(Name.of(triple.relation())))
              : "<" + triple.relationIri() + ">";
      String object = iri("entity/" + Iri.encode(Name.of(triple.object().text())));
      statement(lines, subject, relation, object);
      number++;
      if (provenance) {
        String node = iri("statement/" + place(location) + "/" + number);
        CharacterSpan sentence = offsets.toCodePoints(triple.sentence());
        statement(lines, node, rdf("type"), rdf("Statement"));
        statement(lines, node, rdf("subject"), subject);
        statement(lines, node, rdf("predicate"), relation);
        statement(lines, node, rdf("object"), object);
        statement(lines, node, property("document"), literal(extraction.document().id()));
        statement(lines, node, property("sentenceStart"), integer(sentence.start()));
        statement(lines, node, property("sentenceEnd"), integer(sentence.end()));
        statement(lines, node, property("confidence"), typed(triple.confidence() + "", "double"));
        statement(lines, node, property("modelVersion"), literal(extraction.modelVersion()));
      }
    }
    out.writeBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String place(RecordLocation location) {
    String source = Iri.encode(location.source().name());
    return location.line() == 0 ? source : source + "/" + location.line();
  }

  private static void statement(StringBuilder out, String subject, String verb, String object) {
    out.append(subject).append(' ').append(verb).append(' ').append(object).append(" .\n");
  }

  private String iri(String rest) {
    return "<" + base + rest + ">";
  }

  private String property(String name) {
    return iri("property/" + name);
  }

  private static String rdf(String name) {
    return "<" + RDF + name + ">";
  }

  private static String integer(int value) {
    return typed(Integer.toString(value), "integer");
  }

  private static String typed(String value, String type) {
    return "\"" + value + "\"^^<" + XSD + type + ">";
  }

  private static String literal(String value) {
    String escaped =
        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return "\"" + escaped + "\"";
  }
}
