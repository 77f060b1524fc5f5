package dev.rollcall.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One folder, one process: held while the application lives, let go by the operating system
/// however the application ends.
final class FolderLock implements AutoCloseable {

    /// Behind any content, so that the holder's number stays readable where locks are mandatory.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /// On POSIX, closing a second channel of the file would drop this process's lock; so a second
    /// attempt in the same process must not even open it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// @param folder an existing folder, as a real path
    /// @throws DatabaseUnavailableException if another Rollcall holds the folder
    static FolderLock take(Path folder) throws IOException {
        if (!HELD_HERE.add(folder)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel =
                    FileChannel.open(
                            folder.resolve("rollcall.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw inUse(folder, holder(channel));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode("" + ProcessHandle.current().pid()), 0);
            taken = true;
            return new FolderLock(folder, channel);
        } finally {
            if (!taken) {
                HELD_HERE.remove(folder);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var content = ByteBuffer.allocate(20);
        channel.read(content, 0);
        return StandardCharsets.US_ASCII.decode(content.flip()).toString().strip();
    }

    private static DatabaseUnavailableException inUse(Path folder, String process) {
        return new DatabaseUnavailableException(
                ("The folder %s is in use by another Rollcall (process %s). Stop it, or name another"
                                + " folder in rollcall.database.directory.")
                        .formatted(folder, process));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(folder);
    }
}
