package io.daybook.api.platform.web;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentElement;
import com.github.therapi.runtimejavadoc.CommentText;
import com.github.therapi.runtimejavadoc.InlineLink;
import com.github.therapi.runtimejavadoc.InlineTag;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.ThrowsJavadoc;

import org.springdoc.core.providers.JavadocProvider;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the Javadoc says, for the OpenAPI document: in Markdown, so that code stands in backticks.
 */
final class JavadocWords implements JavadocProvider {

    private static final Pattern SENTENCE = Pattern.compile("(.+?)\\.(\\s.*)?");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    @Override
    public String getClassJavadoc(Class<?> type) {
        return words(of(type).getComment());
    }

    @Override
    public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
        return of(type).getRecordComponents().stream()
                .collect(Collectors.toMap(ParamJavadoc::getName, part -> words(part.getComment())));
    }

    @Override
    public String getMethodJavadocDescription(Method method) {
        return words(RuntimeJavadoc.getJavadoc(method).getComment());
    }

    @Override
    public String getMethodJavadocReturn(Method method) {
        return words(RuntimeJavadoc.getJavadoc(method).getReturns());
    }

    @Override
    public Map<String, String> getMethodJavadocThrows(Method method) {
        return RuntimeJavadoc.getJavadoc(method).getThrows().stream()
                .collect(
                        Collectors.toMap(ThrowsJavadoc::getName, part -> words(part.getComment())));
    }

    @Override
    public String getParamJavadoc(Method method, String name) {
        return RuntimeJavadoc.getJavadoc(method).getParams().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> words(part.getComment()))
                .findFirst()
                .orElse("");
    }

    @Override
    public String getFieldJavadoc(Field field) {
        return words(RuntimeJavadoc.getJavadoc(field).getComment());
    }

    /** Without its full stop, as a title has none. */
    @Override
    public String getFirstSentence(String words) {
        Matcher sentence = SENTENCE.matcher(words);
        return sentence.matches() ? sentence.group(1) : words;
    }

    /** By name, since a class of an array, which has none, is not understood. */
    private static ClassJavadoc of(Class<?> type) {
        return RuntimeJavadoc.getJavadoc(type.getName(), type);
    }

    private static String words(Comment comment) {
        String text =
                StreamSupport.stream(comment.spliterator(), false)
                        .map(JavadocWords::word)
                        .collect(Collectors.joining());
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String word(CommentElement element) {
        return switch (element) {
            case CommentText text -> text.getValue();
            case InlineTag tag -> "`" + tag.getValue().strip() + "`";
            case InlineLink link -> link.getLink().getLabel();
            default -> "";
        };
    }
}
