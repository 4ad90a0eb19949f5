package org.tipstats.publish.tables;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Stores files in a bucket of S3 or of a storage with the same interface. Uses the credentials of the AWS tools. */
final class BucketStorage implements TableStorage {

    private static final String PROTOCOL = "s3://";

    private final S3Client client;
    private final String place;
    private final String bucket;
    private final String prefix;

    /** @param place {@code s3://bucket} or {@code s3://bucket/prefix} */
    BucketStorage(S3Client client, String place) {
        this.client = client;
        this.place = place.replaceFirst("/+$", "");
        String[] parts = this.place.substring(PROTOCOL.length()).split("/", 2);
        this.bucket = parts[0];
        this.prefix = parts.length == 1 ? "" : parts[1] + "/";
    }

    static boolean isBucket(String place) {
        return place.startsWith(PROTOCOL);
    }

    /** @param endpoint the address of a storage that is not Amazon's; requests to it have the bucket in their path */
    static BucketStorage open(String place, String region, Optional<URI> endpoint) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region))
                .forcePathStyle(endpoint.isPresent());
        endpoint.ifPresent(builder::endpointOverride);
        return new BucketStorage(builder.build(), place);
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public void write(String path, byte[] content) throws IOException {
        reached(() ->
                client.putObject(request -> request.bucket(bucket).key(prefix + path), RequestBody.fromBytes(content)));
    }

    @Override
    public List<StoredFile> list() throws IOException {
        return reached(() ->
                client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(each -> new StoredFile(each.key().substring(prefix.length()), each.lastModified()))
                        .toList());
    }

    @Override
    public void delete(String path) throws IOException {
        reached(() -> client.deleteObject(request -> request.bucket(bucket).key(prefix + path)));
    }

    private static <T> T reached(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }
}
