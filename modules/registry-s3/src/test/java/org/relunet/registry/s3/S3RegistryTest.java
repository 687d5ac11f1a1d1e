package org.relunet.registry.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.ModelPackageWriter;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.provenance.SoftwareVersions;
import org.relunet.model.store.registry.AliasChange;
import org.relunet.model.store.registry.AliasConflictException;
import org.relunet.model.store.registry.ModelAddress;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.model.store.registry.PruneRule;
import org.relunet.model.store.registry.Publication;

/** A registry on a server that speaks S3, over HTTP. */
class S3RegistryTest {
  private static final Map<String, String> SETTINGS =
      Map.of("aws.region", "us-east-1", "aws.accessKeyId", "test", "aws.secretAccessKey", "secret");

  @TempDir static Path directory;
  private static BlobStoreContext context;
  private static S3Proxy server;

  @BeforeAll
  static void start() throws Exception {
    context =
        ContextBuilder.newBuilder("transient-nio2")
            .credentials("test", "secret")
            .overrides(new Properties())
            .build(BlobStoreContext.class);
    BlobStore store = context.getBlobStore();
    store.createContainerInLocation(null, "bucket");
    server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            // Beam names a class of storage and such
            .ignoreUnknownHeaders(true)
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "test", "secret")
            .build();
    server.start();
    SETTINGS.forEach(System::setProperty);
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + server.getPort());
    System.setProperty("relunet.model-cache", directory.resolve("cache").toString());
  }

  @AfterAll
  static void stop() throws Exception {
    SETTINGS.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrl");
    System.clearProperty("relunet.model-cache");
    server.stop();
    context.close();
  }

  private static ModelPackage write(String name) throws IOException {
    Path target = directory.resolve(name);
    try (ModelPackageWriter writer = ModelPackageWriter.create(target, "tiny")) {
      writer
          .configuration("name: " + name + "\n")
          .relations(new RelationSchema(List.of("bornIn")))
          .provenance(
              new Provenance(
                  "training:\n  seed: 1\n",
                  List.of(),
                  1,
                  new SoftwareVersions("0.1.0", "17", "2.18.0", "Linux", "amd64"),
                  Instant.EPOCH,
                  Instant.EPOCH,
                  1,
                  1,
                  Map.of("f1", 0.5),
                  Map.of(),
                  Map.of(),
                  Optional.empty(),
                  List.of()))
          .modelCard("A card.\n")
          .tokenizer(new TreeMap<>(Map.of("tokenizer.json", new byte[] {'{', '}'})));
      Files.write(writer.savedModelDirectory().resolve("saved_model.pb"), new byte[100_000]);
      return writer.commit();
    }
  }

  private static String publish(ModelRegistry registry, String name) throws IOException {
    ModelPackage model = write(name);
    return registry.publish(model, Publication.of(model, Instant.EPOCH)).version();
  }

  @Test
  void aRegistryOnS3DoesWhatOneInADirectoryDoes() throws Exception {
    String place = "s3://bucket/all/models";
    ModelRegistry registry = ModelRegistry.at(place);
    assertThat(registry.exists()).isFalse();
    String a = publish(registry, "a");
    String b = publish(registry, "b");
    String c = publish(registry, "c");

    assertThat(registry.versions()).containsExactlyInAnyOrder(a, b, c);
    assertThat(registry.summary(a).configuration()).isEqualTo("name: a\n");
    assertThat(registry.publication(a).orElseThrow().scores()).containsEntry("f1", 0.5);
    registry.promote("champion", Optional.empty(), a, "first");
    registry.promote("champion", Optional.of(a), b, "better");
    assertThatThrownBy(() -> registry.promote("champion", Optional.of(a), c, "late"))
        .isInstanceOf(AliasConflictException.class)
        .hasMessageContaining("names " + b);
    assertThat(registry.rollback("champion")).isEqualTo(a);
    assertThat(registry.history("champion")).extracting(AliasChange::to).containsExactly(a, b, a);
    assertThat(registry.aliases()).isEqualTo(Map.of("champion", a));

    // as --model names it, with the one slash that a path leaves
    Path model = ModelAddress.resolve(Path.of(place + "/aliases/champion"));
    assertThat(ModelPackage.open(model).version()).isEqualTo(a);
    assertThatThrownBy(() -> ModelAddress.resolve(Path.of(place + "/aliases/champoin")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("Did you mean 'champion'?");
    assertThat(registry.verify()).isEmpty();

    assertThat(registry.prune(new PruneRule(1, Duration.ZERO), true))
        .containsExactlyInAnyOrder(b, c);
    assertThat(ModelRegistry.at(place).versions()).containsExactly(a);
  }

  @Test
  void aDamagedCopyIsFetchedAgainAndADamagedObjectIsRefused() throws Exception {
    ModelRegistry registry = ModelRegistry.at("s3://bucket/damaged");
    String version = publish(registry, "d");
    Path copy = registry.open(version).directory();
    Files.writeString(copy.resolve("configuration.yaml"), "name: x\n");

    assertThat(registry.open(version).configuration()).isEqualTo("name: d\n");

    BlobStore store = context.getBlobStore();
    String key = "damaged/versions/" + version + "/configuration.yaml";
    store.putBlob("bucket", store.blobBuilder(key).payload("name: y\n").build());
    Files.writeString(copy.resolve("configuration.yaml"), "name: x\n");
    assertThatThrownBy(() -> registry.open(version))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void aVersionWhoseManifestIsNotThereYetIsNone() throws Exception {
    ModelRegistry registry = ModelRegistry.at("s3://bucket/half");
    BlobStore store = context.getBlobStore();
    store.putBlob(
        "bucket", store.blobBuilder("half/versions/tiny-0/relations.json").payload("x").build());

    assertThat(registry.versions()).isEmpty();
    assertThat(registry.prune(new PruneRule(1, Duration.ZERO), true))
        .containsExactly("s3://bucket/half/versions/tiny-0");
    assertThat(registry.prune(new PruneRule(1, Duration.ZERO), false)).isEmpty();
  }

  /**
   * One after the other: this server looks and then writes, so that it is not to be asked at once.
   */
  @Test
  void anObjectIsCreatedOnce() throws Exception {
    S3ConditionalCreate creator = new S3ConditionalCreate();
    String address = "s3://bucket/once/00000001.json";

    assertThat(creator.create(address, new byte[] {1})).isTrue();
    assertThat(creator.create(address, new byte[] {2})).isFalse();
    assertThat(creator.create(address, new byte[] {1}))
        .as("what an answer that was lost has written already")
        .isTrue();
  }
}
