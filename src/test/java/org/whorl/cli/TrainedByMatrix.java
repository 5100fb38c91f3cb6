package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.network.ModelFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.line;

/** Tests of one small network that is trained once, with copies made by a matrix, and of others beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TrainedByMatrix {
    static final String SMALL = " --layers 2 --kernel 5 --limit 96 --batch 32 --epochs 2 --seed 3";

    @TempDir
    static Path folder;

    Path model;
    Map<String, Object> trained;

    static Ran train(String out, String options) {
        return line("train --json --out " + folder.resolve(out) + " " + options);
    }

    static Ran trainOnDigits(String out, String options) {
        return train(out, "--data digits " + options);
    }

    static Path model(String out) {
        return folder.resolve(out).resolve("model.npz");
    }

    static Map<String, Object> info(Path model) throws IOException {
        return line("info --json --model " + model).succeeded().json();
    }

    static Map<String, Object> evaluated(Path model) throws IOException {
        return line("evaluate --json --data digits --seed 3 --model " + model)
                .succeeded()
                .json();
    }

    void trainOnce(String options) throws IOException {
        trained = trainOnDigits("run", options).succeeded().json();
        model = model("run");
    }

    /** Opens the model with each command that takes one, where a picture tells its copies; returns what was evaluated. */
    Map<String, Object> openWithEveryCommand(String copies) throws IOException {
        String picture = folder.resolve("bank.png").toString();
        assertTrue(line("filters --model " + model + " --layer 1 --layout orbit --out " + picture)
                .succeeded()
                .out()
                .contains(copies));
        Map<String, Object> evaluated = evaluated(model);
        assertEquals(trained.get("test_accuracy"), evaluated.get("accuracy"));
        line("symmetry --limit 8 --angles 0:90:72 --model " + model).succeeded();
        line("codes --model " + model + " --input " + picture + " --out " + folder.resolve("codes"))
                .succeeded();
        line("film --run " + folder.resolve("run") + " --out " + folder.resolve("film.gif"))
                .succeeded();
        return evaluated;
    }

    /** Why the model is not read where an array of it has other numbers. */
    String refusedWith(String array, IntToDoubleFunction numbers) throws IOException {
        Npz archive = Npz.read(model);
        Map<String, NpyArray> arrays = new TreeMap<>(archive.arrays());
        NpyArray own = arrays.get(array);
        float[] hostile = own.values().clone();
        for (int i = 0; i < hostile.length; i++) {
            hostile[i] = (float) numbers.applyAsDouble(i);
        }
        arrays.put(array, new NpyArray(own.shape(), hostile));
        Path file = folder.resolve("hostile.npz");
        new Npz(archive.files(), arrays).write(file);
        return assertThrows(NpyException.class, () -> ModelFile.read(file)).getMessage();
    }
}
