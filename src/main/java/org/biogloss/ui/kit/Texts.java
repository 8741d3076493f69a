package org.biogloss.ui.kit;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words of one feature, from the `text.properties` beside its classes.
public final class Texts {

    private final ResourceBundle bundle;

    /// @param feature any class of the feature's package
    public Texts(Class<?> feature) {
        bundle = ResourceBundle.getBundle(
                feature.getPackageName() + ".text", Locale.getDefault(), feature.getClassLoader());
    }

    /// @param values put in as [String#format] does; numbers get thousands separators by `%,d`
    public String get(String key, Object... values) {
        try {
            var text = bundle.getString(key);
            return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No text for " + key + " in " + bundle.getBaseBundleName(), e);
        }
    }
}
