package io.pixsim.logging.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Field} that holds one word of a vocabulary, or a word of your own.
 *
 * @param <W> the vocabulary; its members' {@code toString} is the word
 */
public final class WordField<W> extends Field {

    WordField(String name, int maxCodePoints, String description) {
        super(name, FieldType.TEXT, maxCodePoints, SetBy.PROGRAM, description);
    }

    /**
     * This field with a word of the vocabulary.
     *
     * @param word the word; null is written as JSON null
     * @return the pair
     */
    public FieldValue of(@Nullable W word) {
        return value(word == null ? null : word.toString());
    }

    /**
     * This field with a word of your own.
     *
     * @param word the word; null is written as JSON null
     * @return the pair
     */
    public FieldValue of(@Nullable String word) {
        return value(word);
    }
}
