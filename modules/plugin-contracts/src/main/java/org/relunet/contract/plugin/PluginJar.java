package org.relunet.contract.plugin;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.relunet.api.plugin.Plugin;

/**
 * A jar of plugins made from source in a test, as somebody else would: with the API and Guice
 * alone.
 */
public final class PluginJar {
  private final Path directory;
  private final Path classes;

  /**
   * @param directory where to put sources, classes and the jar
   */
  public PluginJar(Path directory) {
    this.directory = directory;
    this.classes = directory.resolve("classes");
  }

  /** Compiles a class into the jar. */
  public PluginJar compile(String className, String source) throws IOException {
    Path file = directory.resolve("source").resolve(className.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-d", classes.toString(), "-classpath", classPath()),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
    return this;
  }

  /**
   * Lists a class as a plugin.
   *
   * @param kind the interface of the plugin's kind
   */
  public PluginJar list(Class<?> kind, String className) throws IOException {
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(kind.getName()), className + "\n");
    return this;
  }

  /** Writes the jar. */
  public Path write() throws IOException {
    Path jar = directory.resolve("plugin.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static String classPath() {
    return Stream.of(Plugin.class, Module.class)
        .map(PluginJar::place)
        .collect(joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
