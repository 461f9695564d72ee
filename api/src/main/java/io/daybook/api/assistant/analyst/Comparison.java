package io.daybook.api.assistant.analyst;

import java.math.BigDecimal;
import java.util.List;

/** A comparison in a question: with one number, with two, or (none) with what is named after it. */
record Comparison(Operator operator, List<BigDecimal> numbers, int start, int end) {

    /** How to compare. */
    enum Operator {
        GREATER(">"),
        AT_LEAST(">="),
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        DIFFERENT("<>"),
        BETWEEN("BETWEEN");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** The condition on an expression of SQL. */
    String sql(String expression) {
        if (operator == Operator.BETWEEN) {
            return expression + " BETWEEN " + plain(0) + " AND " + plain(1);
        }
        return expression + " " + operator.sign() + " " + plain(0);
    }

    /** The numbers as one would say them. */
    String spoken() {
        return numbers.isEmpty()
                ? "that"
                : String.join(" and ", numbers.stream().map(BigDecimal::toPlainString).toList());
    }

    private String plain(int index) {
        return numbers.get(index).toPlainString();
    }
}
