"""What is installed: four packages, one command, and a classifier that keeps the wheel off PyPI."""

import subprocess
import sys
from importlib.metadata import distribution, entry_points
from importlib.resources import files

import pytest

PACKAGES = ("assistant", "eval", "ingest", "vectorstore")


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory):
    """The files of a wheel built from this checkout, by the build backend itself: nothing is fetched."""
    from zipfile import ZipFile

    from tests.conftest import REPOSITORY

    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", build], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    with ZipFile(folder / done.stdout.split()[-1]) as wheel:
        return wheel.namelist()


def test_the_wheel_holds_the_four_packages_and_nothing_else(wheel_names):
    tops = {name.split("/")[0] for name in wheel_names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_wheel_holds_what_the_packages_read_beside_their_code(wheel_names):
    """Styles, scripts, sample minutes and questions, type marks: whatever lies in the packages is shipped."""
    missing = []
    for package in PACKAGES:
        root = files(package)
        for path in root.rglob("*"):
            name = f"{package}/{path.relative_to(root).as_posix()}"
            if path.is_file() and "__pycache__" not in name and name not in wheel_names:
                missing.append(name)
    assert missing == []


def test_minutebook_is_the_command():
    (command,) = entry_points(group="console_scripts", name="minutebook")
    assert command.value == "assistant.cli:main"
    assert callable(command.load())


def test_the_distribution_cannot_be_uploaded_to_pypi_by_accident():
    assert "Private :: Do Not Upload" in distribution("minutebook").metadata.get_all("Classifier")


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_tells_type_checkers_that_it_is_typed(package):
    assert (files(package) / "py.typed").is_file()
