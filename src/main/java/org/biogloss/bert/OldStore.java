package org.biogloss.bert;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.biogloss.bert.Unpickler.Storage;

/// The storages of the older form of a file that `torch.save` wrote: one behind the other.
final class OldStore implements PickleFile.Store {

    private record Place(long start, long size) {}

    private final FileChannel channel;
    private final Map<String, Place> places;

    private OldStore(FileChannel channel, Map<String, Place> places) {
        this.channel = channel;
        this.places = places;
    }

    /// @param at    where the first begins, with eight bytes that count its numbers
    /// @param keys  in the order in which they lie
    /// @param kinds what the tensors say of each
    static OldStore open(Path file, long at, List<?> keys, Map<String, Storage> kinds) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        var store = new OldStore(channel, new HashMap<>());
        try {
            long start = at;
            for (var key : keys) {
                var storage = kinds.get((String) key);
                if (storage == null) throw new IOException("it holds numbers that belong to no tensor.");
                long count = store.read(start, 8).getLong();
                if (count < 0 || count > (channel.size() - start - 8) / PickleFile.bytes(storage.kind())) {
                    throw new IOException("it was cut off. Copy it again.");
                }
                long size = count * PickleFile.bytes(storage.kind());
                store.places.put((String) key, new Place(start + 8, size));
                start += 8 + size;
            }
            return store;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Bytes of each storage.
    Map<String, Long> sizes() {
        var sizes = new HashMap<String, Long>();
        places.forEach((key, place) -> sizes.put(key, place.size()));
        return sizes;
    }

    @Override
    public ByteBuffer bytes(Storage storage, long start, int count) throws IOException {
        return read(Objects.requireNonNull(places.get(storage.key())).start() + start, count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer read(long start, int count) throws IOException {
        var bytes = PickleFile.littleEnd(new byte[count]);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) throw new EOFException("it was cut off.");
        }
        return bytes.flip();
    }
}
