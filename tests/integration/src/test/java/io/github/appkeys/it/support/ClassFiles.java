package io.github.appkeys.it.support;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The classes of some jars and of the Java platform, read but not loaded. Names are internal ones, with slashes. */
final class ClassFiles {

    private final ClassLoader files;
    private final Map<String, Optional<ClassNode>> read = new HashMap<>();

    ClassFiles(Collection<Path> jars) {
        this.files = new URLClassLoader(jars.stream().map(ClassFiles::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    /** A class or interface; empty where there is none. */
    Optional<ClassNode> find(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    /** Whether a class, or one of its supertypes, has a field or method. The members of arrays are those of Object. */
    boolean hasMember(String owner, String name, String descriptor) {
        Optional<ClassNode> type = find(owner.startsWith("[") ? "java/lang/Object" : owner);
        return type.isPresent() && (owner.startsWith("[") && name.equals("clone")
                // the compiler makes up the parameters of its methods
                || owner.equals("java/lang/invoke/MethodHandle")
                || type.get().methods.stream().anyMatch(m -> m.name.equals(name) && m.desc.equals(descriptor))
                || type.get().fields.stream().anyMatch(f -> f.name.equals(name) && f.desc.equals(descriptor))
                || supertypes(type.get()).anyMatch(supertype -> hasMember(supertype, name, descriptor)));
    }

    /** The methods that neither a class nor one of its supertypes implements. */
    Set<String> unimplemented(ClassNode type) {
        Set<String> missing = new HashSet<>();
        Set<String> implemented = new HashSet<>();
        collect(type, missing, implemented);
        missing.removeAll(implemented);
        return missing;
    }

    private void collect(ClassNode type, Set<String> declared, Set<String> implemented) {
        type.methods.forEach(m -> ((m.access & ACC_ABSTRACT) != 0 ? declared : implemented).add(m.name + m.desc));
        supertypes(type).flatMap(name -> find(name).stream()).forEach(next -> collect(next, declared, implemented));
    }

    /** The direct ones. */
    static Stream<String> supertypes(ClassNode type) {
        return Stream.concat(Stream.of(type.superName).filter(Objects::nonNull), type.interfaces.stream());
    }

    private Optional<ClassNode> read(String name) {
        try (InputStream file = files.getResourceAsStream(name + ".class")) {
            return file == null ? Optional.empty() : Optional.of(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClassNode read(InputStream file) throws IOException {
        ClassNode type = new ClassNode();
        new ClassReader(file).accept(type, ClassReader.SKIP_DEBUG);
        return type;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
