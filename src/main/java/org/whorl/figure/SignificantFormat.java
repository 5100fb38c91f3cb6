package org.whorl.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

import org.whorl.setting.Kind;

/** Numbers with so many significant digits and no exponent: 0.03, 0.1, 2. */
public final class SignificantFormat extends NumberFormat {
    private static final long serialVersionUID = 1;

    private final int digits;

    public SignificantFormat(int digits) {
        this.digits = digits;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(Double.isFinite(number) ? Kind.significant(number, digits) : "–");
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        return NumberFormat.getInstance(Locale.ROOT).parse(text, position);
    }
}
