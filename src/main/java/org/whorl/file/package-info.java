/**
 * Files: NPY and NPZ, strict JSON, comma-separated values, files and folders that are whole whenever they are there, and what is wrong with
 * one in words.
 */
package org.whorl.file;
