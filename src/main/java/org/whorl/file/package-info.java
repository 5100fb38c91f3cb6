/** Files: NPY and NPZ, strict JSON, files and folders that are whole whenever they are there, and what is wrong with one in words. */
package org.whorl.file;
