package io.daybook.platform.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a command: options with their values, switches, and the rest in order. */
record CommandLine(List<String> operands, Map<String, List<String>> options, Set<String> switches) {

    /**
     * Reads the words.
     *
     * @param valued options that take a value and may be repeated
     * @param plain those that take none
     */
    static CommandLine of(List<String> words, Set<String> valued, Set<String> plain) {
        List<String> operands = new ArrayList<>();
        Map<String, List<String>> options = new HashMap<>();
        Set<String> switches = new HashSet<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (valued.contains(word) && at + 1 < words.size()) {
                options.computeIfAbsent(word, option -> new ArrayList<>()).add(words.get(++at));
            } else if (plain.contains(word)) {
                switches.add(word);
            } else if (word.startsWith("--")) {
                throw new Misuse("unknown option, or one without its value: " + word);
            } else {
                operands.add(word);
            }
        }
        return new CommandLine(operands, options, switches);
    }

    List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }

    String only(String what) {
        if (operands.size() != 1) {
            throw new Misuse("exactly one " + what + " is needed");
        }
        return operands.getFirst();
    }
}
