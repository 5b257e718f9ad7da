package io.github.appkeys.it.support;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Looks up in other jars what the classes of a jar use there. The Java virtual machine does that at the first use, so a
 * method that a version of Keycloak does not have is seen late.
 */
public final class Linkage {

    private final ClassFiles files;
    private final Set<String> missing = new TreeSet<>();

    private Linkage(ClassFiles files) {
        this.files = files;
    }

    /**
     * The classes, methods and fields that a jar uses and that are not there, and the methods that it should implement
     * and does not, each with the class of the jar.
     *
     * @param others where the jar's classes are looked up, besides itself and the Java platform
     */
    public static Set<String> missing(Path jar, Collection<Path> others) throws IOException {
        List<Path> all = new ArrayList<>(others);
        all.add(jar);
        Linkage linkage = new Linkage(new ClassFiles(all));
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                linkage.check(ClassFiles.read(file.getInputStream(entry)));
            }
        }
        return linkage.missing;
    }

    private void check(ClassNode type) {
        ClassFiles.supertypes(type).forEach(name -> type(type, name));
        if ((type.access & ACC_ABSTRACT) == 0) {
            files.unimplemented(type).forEach(method -> missing.add(type.name + " implements " + method));
        }
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                check(type, instruction);
            }
        }
    }

    private void check(ClassNode from, AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            member(from, call.owner, call.name, call.desc);
        } else if (instruction instanceof FieldInsnNode access) {
            member(from, access.owner, access.name, access.desc);
        } else if (instruction instanceof TypeInsnNode use && !use.desc.startsWith("[")) {
            type(from, use.desc);
        } else if (instruction instanceof InvokeDynamicInsnNode lambda) {
            Arrays.stream(lambda.bsmArgs).filter(Handle.class::isInstance).map(Handle.class::cast)
                    .forEach(handle -> member(from, handle.getOwner(), handle.getName(), handle.getDesc()));
        }
    }

    private void type(ClassNode from, String name) {
        if (files.find(name).isEmpty()) {
            missing.add(from.name + " uses " + name);
        }
    }

    private void member(ClassNode from, String owner, String name, String descriptor) {
        if (!files.hasMember(owner, name, descriptor)) {
            missing.add(from.name + " uses " + owner + "." + name + " " + descriptor);
        }
    }
}
