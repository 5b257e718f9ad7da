package io.github.appkeys.admin.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.JsonBody;

/**
 * The body of an import, which should be what {@link PairArchive} wrote. It is stored in a temporary file, so that it
 * can be read more than once, an entry at a time.
 */
final class ImportFile implements AutoCloseable {

    /** The largest file, enough for more than a million pairs. */
    static final long MAX_BYTES = 1L << 30;

    /** An entry is one pair, so the limit of other calls applies. */
    private static final int MAX_ENTRY_BYTES = JsonBody.MAX_BYTES;

    /** Visits an entry. */
    interface Visitor {

        /** @param position from 1 */
        void entry(long position, JsonNode entry);
    }

    private static final ObjectReader ENTRIES = JsonBody.MAPPER.reader()
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private int format;

    private ImportFile(Path file) {
        this.file = file;
    }

    /**
     * @throws org.keycloak.services.ErrorResponseException where it is too large, cannot be read to its end or is not a
     *                                                      complete file of a format that is known
     */
    static ImportFile of(InputStream body) {
        return of(body, MAX_BYTES);
    }

    static ImportFile of(InputStream body, long maxBytes) {
        ImportFile file;
        try {
            // createTempFile makes it readable by the user of this process only
            file = new ImportFile(Files.createTempFile("app-keys-import-", ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            file.write(body, maxBytes);
            file.format = file.read(ImportFile::measure, false);
            return file;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The version of its format: {@link PairArchive#FORMAT} or an earlier one. */
    int format() {
        return format;
    }

    /**
     * Reads all entries, one at a time.
     *
     * @throws org.keycloak.services.ErrorResponseException if an object has a duplicate name
     */
    void read(Visitor visitor) {
        read((position, json) -> visitor.entry(position, ENTRIES.readTree(json)), true);
    }

    /** @param strict whether to detect duplicate names, which keeps all names of an object in memory */
    private int read(ArchiveReader.Entries entries, boolean strict) {
        try (JsonParser json = JsonBody.MAPPER.getFactory().createParser(file.toFile())) {
            return ArchiveReader.read(json.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, strict), entries);
        } catch (JsonProcessingException e) {
            throw ErrorResponses.badRequest("The body is not well-formed JSON, or not complete");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void measure(long position, JsonParser json) throws IOException {
        long start = json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        if (json.currentLocation().getByteOffset() - start > MAX_ENTRY_BYTES) {
            throw ErrorResponses.badRequest("Entry " + position + ": it is larger than " + MAX_ENTRY_BYTES + " bytes");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(InputStream body, long maxBytes) {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw ErrorResponses.tooLarge(maxBytes);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw ErrorResponses.badRequest("The body could not be read, or there is no room for it");
        }
    }
}
