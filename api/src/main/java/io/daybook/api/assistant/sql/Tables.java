package io.daybook.api.assistant.sql;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.Way;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of one statement: a base, what is joined to it, and what each is called. */
public final class Tables {

    private final Entity base;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final List<String> joins = new ArrayList<>();
    private final Set<String> names;

    public Tables(Entity base) {
        this(base, new HashSet<>());
    }

    private Tables(Entity base, Set<String> names) {
        this.base = base;
        this.names = names;
        aliases.put("", alias(base));
    }

    /** The tables of a statement inside this one: its aliases differ from these. */
    public Tables inner(Entity innerBase) {
        return new Tables(innerBase, names);
    }

    public Entity base() {
        return base;
    }

    public String from() {
        return qualified(base) + " AS " + aliases.get("");
    }

    public List<String> joins() {
        return List.copyOf(joins);
    }

    /** A field of the base. */
    public String column(Field field) {
        return aliases.get("") + "." + Identifiers.name(field.name());
    }

    /** A column at the end of a way from the base; joins what is not yet joined. */
    public String column(Way way, Field field) {
        return walk(way) + "." + Identifiers.name(field.name());
    }

    /** A column of the base or, by its own way, of another table. */
    public String column(Way way, Column column) {
        return column(way, column.field());
    }

    private String walk(Way way) {
        String key = "";
        String at = String.valueOf(aliases.get(""));
        boolean optional = false;
        for (Way.Step step : way.steps()) {
            key += "/" + step.link().many().name() + "." + step.link().from().name() + step.toOne();
            optional |= step.toOne() && step.link().from().nullable();
            String source = at;
            boolean outer = optional;
            at = aliases.computeIfAbsent(key, ignored -> join(step, source, outer));
        }
        return at;
    }

    private String join(Way.Step step, String source, boolean outer) {
        String alias = alias(step.target());
        Field here = step.toOne() ? step.link().from() : step.link().to();
        Field there = step.toOne() ? step.link().to() : step.link().from();
        joins.add(
                (outer ? "LEFT JOIN " : "JOIN ")
                        + qualified(step.target())
                        + " AS "
                        + alias
                        + " ON "
                        + alias
                        + "."
                        + Identifiers.name(there.name())
                        + " = "
                        + source
                        + "."
                        + Identifiers.name(here.name()));
        return alias;
    }

    /** The initials of a table's name; a number tells equal ones apart. */
    private String alias(Entity entity) {
        StringBuilder initials = new StringBuilder();
        for (String word : entity.words()) {
            char letter = word.charAt(0);
            initials.append(letter >= 'a' && letter <= 'z' ? letter : 't');
        }
        String plain = initials.toString();
        String alias = plain;
        for (int number = 2; Identifiers.reserved(alias) || names.contains(alias); number++) {
            alias = plain + number;
        }
        names.add(alias);
        return alias;
    }

    private static String qualified(Entity entity) {
        String name = Identifiers.name(entity.name());
        return entity.schema().equals("public")
                ? name
                : Identifiers.name(entity.schema()) + "." + name;
    }
}
