package io.github.appkeys.admin.http;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The field names of JSON objects that have the components of a record. */
public final class FieldNames {

    private FieldNames() {
    }

    /** In the order of the record's components. By reflection: keep the result in a constant. */
    public static Set<String> of(Class<? extends Record> type) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(
                Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList()));
    }
}
