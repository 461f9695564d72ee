package io.daybook.platform.offline;

import java.io.PrintStream;
import java.util.Map;

/** Where a command is run: what it prints to, and what surrounds it. */
public record Terminal(PrintStream out, PrintStream err, Map<String, String> environment) {}
