package io.daybook.query.audit.past;

import io.daybook.messages.Refusal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every kind of thing that can be looked at as it was, by name. */
public final class Kinds {

    private final Map<String, Kind<?>> byName = new TreeMap<>();

    public Kinds(List<Kind<?>> all) {
        all.forEach(kind -> byName.put(kind.name(), kind));
    }

    /** The kind of a name; one thing may be named in the singular. */
    Kind<?> named(String name) {
        Kind<?> kind = byName.getOrDefault(name, byName.get(name + "s"));
        if (kind == null) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "kind-unknown",
                    "There is no history of this kind of thing. There is one of "
                            + String.join(", ", byName.keySet())
                            + ".");
        }
        return kind;
    }

    /** All of them. */
    public List<Kind<?>> all() {
        return List.copyOf(byName.values());
    }
}
