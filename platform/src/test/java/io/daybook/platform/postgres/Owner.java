package io.daybook.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A process that owns an embedded server until it is killed or its input ends. */
final class Owner {

    private Owner() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            System.out.println("port " + postgres.port());
            System.in.read();
        }
    }
}
