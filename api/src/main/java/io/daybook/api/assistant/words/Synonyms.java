package io.daybook.api.assistant.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Generic words of business and technology that mean alike; never the words of one database. */
final class Synonyms {

    private static final Map<String, Set<Integer>> GROUPS =
            groups(
                    """
                    customer client buyer account shopper purchaser patron
                    customer user member
                    employee staff worker personnel colleague person
                    product item article sku goods good merchandise
                    order sale sales purchase transaction invoice
                    supplier vendor provider manufacturer
                    department division team unit
                    category type kind class group genre segment
                    measurement reading observation sample metric telemetry
                    sensor device probe meter
                    country nation
                    state province
                    city town
                    location place site station
                    region area territory
                    salary pay wage compensation earnings earn earning remuneration
                    stock inventory
                    price cost
                    quantity units pieces
                    amount total value sum
                    revenue sales turnover income earnings proceeds
                    hire join start employ
                    begin start
                    birth born
                    end finish
                    manager boss supervisor lead
                    status state
                    name title label
                    email mail
                    phone telephone mobile
                    date day time timestamp
                    create add register
                    sign register join
                    title job position role
                    rating score stars
                    temperature heat
                    description comment note
                    payment transaction
                    project program
                    student pupil learner
                    course lesson subject
                    branch store shop outlet
                    car vehicle
                    doctor physician
                    film movie
                    reorder minimum threshold
                    """);

    private Synonyms() {}

    static boolean alike(String one, String other) {
        Set<Integer> groups = GROUPS.get(one);
        if (groups == null) {
            return false;
        }
        for (Integer group : GROUPS.getOrDefault(other, Set.of())) {
            if (groups.contains(group)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<Integer>> groups(String table) {
        Map<String, Set<Integer>> groups = new HashMap<>();
        int number = 0;
        for (String line : table.strip().split("\n", -1)) {
            for (String word : line.strip().split(" ", -1)) {
                groups.computeIfAbsent(word, ignored -> new HashSet<>()).add(number);
            }
            number++;
        }
        return groups;
    }
}
