package org.relunet.parser.malt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.zip.ZipException;

/**
 * A model's bytes, checked before MaltParser reads them: MaltParser deserialises whatever it finds
 * and resolves XML entities.
 *
 * @param origin what to call it in errors
 * @param bytes the .mco file, an archive
 */
record ModelFile(String origin, byte[] bytes) {

  /**
   * @throws UnusableModelException if MaltParser must not be given these bytes
   */
  void check() {
    boolean weights = false;
    try (JarInputStream archive = new JarInputStream(new ByteArrayInputStream(bytes))) {
      for (JarEntry entry = archive.getNextJarEntry();
          entry != null;
          entry = archive.getNextJarEntry()) {
        String name = entry.getName();
        if (name.endsWith(".moo") || name.endsWith(".map")) {
          checkObject(name, archive.readAllBytes());
          weights |= name.endsWith(".moo");
        } else if (name.endsWith(".xml")) {
          checkXml(name, archive.readAllBytes());
        }
      }
    } catch (ZipException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw damaged(e);
    }
    if (!weights) {
      throw new UnusableModelException(
          origin + " is not a complete MaltParser model: no weights in it");
    }
  }

  private void checkObject(String name, byte[] serialized) throws IOException {
    try {
      SerializedObjects.read(new ByteArrayInputStream(serialized));
    } catch (InvalidClassException e) {
      throw new UnusableModelException(
          "refused to load " + origin + ": its part " + name + " holds " + e.getMessage(), e);
    }
  }

  private void checkXml(String name, byte[] xml) {
    if (new String(xml, StandardCharsets.ISO_8859_1).contains("<!")) {
      String text = new String(xml, StandardCharsets.ISO_8859_1).replaceAll("(?s)<!--.*?-->", "");
      if (text.contains("<!")) {
        throw new UnusableModelException(
            "refused to load " + origin + ": its part " + name + " declares XML entities");
      }
    }
  }

  private UnusableModelException damaged(IOException cause) {
    return new UnusableModelException(
        origin
            + " cannot be read as a MaltParser model, it may be cut short: "
            + cause.getMessage()
            + "; train or copy it again",
        cause);
  }
}
