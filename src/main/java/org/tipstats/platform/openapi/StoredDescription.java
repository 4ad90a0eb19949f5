package org.tipstats.platform.openapi;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends the API description that the build has written. This class replaces the framework's own service, which reads
 * and writes the whole description of 1 MB at each start (decision 128).
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
final class StoredDescription extends OpenApiDocumentService {

    private final ClassLoader program = Thread.currentThread().getContextClassLoader();
    private final Map<Format, byte[]> documents = new ConcurrentHashMap<>();

    StoredDescription() {
        // At the start, the framework lets this bean prepare the description. With this class loader, the framework
        // finds no description to prepare.
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    @Override
    public byte[] getDocument(String name, Format format) {
        return documents.computeIfAbsent(format, this::read);
    }

    private byte[] read(Format format) {
        String name = OpenApiConstants.BASE_NAME + "." + format;
        try (InputStream stored = program.getResourceAsStream(name)) {
            if (stored == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return stored.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
