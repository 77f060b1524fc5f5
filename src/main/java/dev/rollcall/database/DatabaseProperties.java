package dev.rollcall.database;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the data live.
///
/// @param url the `jdbc:mariadb:` address of a server of one's own; null or empty: the embedded one
/// @param user who signs in at that server
/// @param password their password
/// @param directory the folder of the embedded database
/// @param poolSize how many connections are held at most
/// @param reserveSize how many more are kept back for what nobody may hold up; see [Reserve]
/// @param serverOptions options for the embedded server, after ours, for example
///   `--innodb-buffer-pool-size=1G`
@ConfigurationProperties("rollcall.database")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("data") Path directory,
        @DefaultValue("20") int poolSize,
        @DefaultValue("3") int reserveSize,
        @DefaultValue List<String> serverOptions) {

    /// A record would print its password.
    @Override
    public String toString() {
        return "DatabaseProperties[url=%s, directory=%s]".formatted(url, directory);
    }
}
