package io.daybook.api.assistant.words;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that carry no part of a question's meaning once its shape is read. */
public final class StopWords {

    private static final Set<String> WORDS =
            words(
                    """
                    a an the this that these those there here it its my our your their his her me we us you i he she they
                    of in on at to from for with and or as by per than then so is are was were be been being am do does did
                    done has have had having can could would should will shall may might must please show list give tell get
                    find display see want need know let look return fetch print what which who whom whose when where how
                    many much number count all any each every some only just also about between into over under during
                    within up out off total overall entire whole current currently now ever yet not no if while like such
                    data record records row rows table database result results figure figures report breakdown split
                    compare comparison compared versus vs against across distinct unique different most least more less
                    top bottom best worst highest lowest average mean sum maximum minimum max min one ones first last
                    same other made make making happen happened exist exists existing placed place trend time over grouped
                    sorted sort ranked rank ranking descending ascending respectively together hello hi thanks thank ok
                    quickly exactly roughly approximately around recent recently latest newest using via based go come
                    contain contains containing include including includes called named got information info details
                    overview summary without never lacking nobody neither there's generate actually really both but except too very long often times per come do
                    """);

    private StopWords() {}

    public static boolean contains(Token token) {
        return contains(token.lower());
    }

    public static boolean contains(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> words(String table) {
        return Arrays.stream(table.strip().split("\\s+", -1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
