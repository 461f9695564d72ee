import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over every Java source: {@code check} names the files that differ and fails, {@code write}
 * mends them. It is its own program because the formatter has to run on the JDK that compiles the sources.
 */
final class Format {

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean write = List.of(arguments).contains("write");
        List<String> command = new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "target/tools/google-java-format.jar",
                        "--aosp"));
        command.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        Path sources = Files.createTempFile("daybook-sources", ".txt");
        Files.write(sources, javaFiles());
        command.add("@" + sources);
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        Files.delete(sources);
        if (exit != 0) {
            System.err.println("Layout differs in the files above: run  mvn -q -N initialize -Dlayout.mode=write");
        }
        System.exit(exit);
    }

    private static List<String> javaFiles() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module : List.of("messages", "platform", "command-side", "query-side", "api", "benchmarks")) {
            Path root = Path.of(module, "src");
            if (Files.isDirectory(root)) {
                try (var files = Files.walk(root)) {
                    files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }
}
