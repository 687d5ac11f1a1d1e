package org.relunet.registry.s3;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.relunet.model.store.registry.ConditionalCreate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Creates an object unless there is one, by {@code If-None-Match: *}, which S3 knows since August
 * 2024. A server that ignores it is found out before anything is written: see {@link #create}.
 */
public final class S3ConditionalCreate implements ConditionalCreate {
  private static final int PRECONDITION_FAILED = 412;

  /** Another request for the same object is being answered. */
  private static final int CONFLICT = 409;

  @Override
  public Set<String> schemes() {
    return Set.of("s3");
  }

  /**
   * @throws IOException if the server cannot be reached, refuses, or does not know the condition
   */
  @Override
  public boolean create(String address, byte[] content) throws IOException {
    URI uri = URI.create(address);
    String bucket = uri.getAuthority();
    String key = uri.getPath().substring(1);
    try (S3Client client = client()) {
      String probe = key.substring(0, key.lastIndexOf('/') + 1) + ".condition";
      boolean first = put(client, bucket, probe, new byte[0]);
      boolean again = put(client, bucket, probe, new byte[0]);
      if (first && again) {
        throw new IOException(
            "the server of "
                + address
                + " ignores If-None-Match, so that of two who change an alias at once neither would"
                + " be told");
      }
      return put(client, bucket, key, content) || isThere(client, bucket, key, content);
    } catch (SdkException e) {
      throw new IOException(address + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static boolean put(S3Client client, String bucket, String key, byte[] content) {
    try {
      client.putObject(
          request ->
              request
                  .bucket(bucket)
                  .key(key)
                  .overrideConfiguration(with -> with.putHeader("If-None-Match", "*")),
          RequestBody.fromBytes(content));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  /** The SDK tries again where an answer is lost, and finds what its first request has written. */
  private static boolean isThere(S3Client client, String bucket, String key, byte[] content) {
    return Arrays.equals(
        client.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray(), content);
  }

  private static S3Client client() {
    S3ClientBuilder builder = S3Client.builder()
            // the content is small, and a refusal in its place leaves some servers' connections waiting
            .httpClientBuilder(ApacheHttpClient.builder().expectContinueEnabled(false));
    Optional.ofNullable(System.getProperty("aws.endpointUrl"))
        .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")))
        .ifPresent(endpoint -> builder.endpointOverride(URI.create(endpoint)));
    return builder.build();
  }
}
