package org.relunet.tokenizer.opennlp;

/** Settings with the models of the distribution. */
final class TestSettings {
  private TestSettings() {}

  static OpenNlpSettings of(SentenceDetection sentences, WordSplitting words) {
    return new OpenNlpSettings(
        sentences,
        words,
        OpenNlpSettings.DEFAULT_MODEL,
        OpenNlpSettings.DEFAULT_MODEL,
        OpenNlpSettings.DEFAULT_MODEL);
  }
}
