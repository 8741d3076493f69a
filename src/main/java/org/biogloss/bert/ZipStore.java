package org.biogloss.bert;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.biogloss.bert.Unpickler.Storage;

/// The newer form of a file that `torch.save` wrote: a zip of `data.pkl` and one entry a storage, `data/KEY`.
final class ZipStore implements PickleFile.Store {

    private final ZipFile zip;
    private final String root;

    private ZipStore(ZipFile zip, String root) {
        this.zip = zip;
        this.root = root;
    }

    static ZipStore open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new IOException("it was cut off or is no file of weights. Copy it again.", e);
        }
        var pickle = zip.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.endsWith("/data.pkl"))
                .findFirst();
        if (pickle.isEmpty()) {
            zip.close();
            throw new IOException("it is a zip without data.pkl, so no file of weights that PyTorch wrote.");
        }
        var store = new ZipStore(zip, pickle.get().substring(0, pickle.get().length() - "data.pkl".length()));
        if (store.bigEnd()) {
            zip.close();
            throw new IOException("it was written on a machine with the big end first.");
        }
        return store;
    }

    InputStream pickle() throws IOException {
        return new BufferedInputStream(in("data.pkl"));
    }

    /// Bytes of each storage. Only what lies there as it is counts: packed entries could claim any size.
    Map<String, Long> sizes() {
        var sizes = new HashMap<String, Long>();
        var data = root + "data/";
        zip.stream()
                .filter(entry -> entry.getName().startsWith(data) && entry.getSize() == entry.getCompressedSize())
                .forEach(entry -> sizes.put(entry.getName().substring(data.length()), entry.getSize()));
        return sizes;
    }

    @Override
    public ByteBuffer bytes(Storage storage, long start, int count) throws IOException {
        try (var in = in("data/" + storage.key())) {
            in.skipNBytes(start);
            var bytes = in.readNBytes(count);
            if (bytes.length < count) throw new EOFException("it ends too early");
            return PickleFile.littleEnd(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private boolean bigEnd() throws IOException {
        if (zip.getEntry(root + "byteorder") == null) return false;
        try (var in = in("byteorder")) {
            return new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("big");
        }
    }

    private InputStream in(String name) throws IOException {
        return zip.getInputStream(Objects.requireNonNull(zip.getEntry(root + name), name));
    }
}
